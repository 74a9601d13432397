;;; copydesk.el --- Copy desk for news drafts  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: wp, languages, tools

;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Starts the language server copydesk for news drafts in Markdown and plain text, through Eglot:
;;
;;     (require 'copydesk)
;;     (add-hook 'text-mode-hook #'copydesk-ensure)
;;
;; What Eglot knows, such as findings, hovers, renames and quick fixes, works as for any language.
;; `copydesk-sources' shows who speaks in the draft, `copydesk-timeline' what happened on which day.
;; Nothing leaves your machine: the program has no network code.

;;; Code:

(require 'eglot)

(defgroup copydesk nil
  "Copy desk for news drafts."
  :group 'text
  :prefix "copydesk-")

(defcustom copydesk-command '("copydesk" "lsp")
  "The program and its arguments."
  :type '(repeat string)
  :risky t)

(defclass copydesk-server (eglot-lsp-server) ()
  :documentation "A running copydesk.")

(defun copydesk--contact (&rest _)
  "Return how Eglot is to start the server."
  (cons 'copydesk-server copydesk-command))

;; Modes for Markdown may have a server already, which is to give way; for other kinds of text
;; copydesk is the last choice.
(add-to-list 'eglot-server-programs '((markdown-mode gfm-mode markdown-ts-mode) . copydesk--contact))
(add-to-list 'eglot-server-programs '(text-mode . copydesk--contact) t)

(cl-defmethod eglot-client-capabilities ((_server copydesk-server))
  "Announce that the views of a draft can be refreshed."
  (let* ((capabilities (cl-call-next-method))
         (experimental (plist-get capabilities :experimental)))
    (plist-put capabilities :experimental
               (append '(:copydesk (:viewsChanged t))
                       (and (consp experimental) experimental)))))

;;;###autoload
(defun copydesk-ensure ()
  "Start copydesk in a buffer that visits a draft.
Buffers of other modes than Markdown and plain text are left alone."
  (when (and buffer-file-name
             (or (eq major-mode 'text-mode)
                 (derived-mode-p 'markdown-mode 'markdown-ts-mode)))
    (eglot-ensure)))

;;; Views

(defvar-local copydesk--draft nil
  "The buffer that a view is of.")

(defvar-local copydesk--refresh nil
  "The function that fills a view.")

(defvar copydesk-view-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "RET") #'copydesk-view-visit)
    (define-key map (kbd "o") #'copydesk-view-show)
    map)
  "Keys of a view.")

(define-derived-mode copydesk-view-mode special-mode "Copydesk"
  "A view of a draft, whose lines lead into it.

\\{copydesk-view-mode-map}"
  (setq-local revert-buffer-function (lambda (&rest _) (copydesk--fill)))
  (setq truncate-lines nil
        word-wrap t))

(defun copydesk--range-start (range)
  "Where RANGE, of the protocol, begins in this buffer, as a marker."
  ;; Eglot 1.16 has another name for it.
  (let ((region (if (fboundp 'eglot-range-region) 'eglot-range-region 'eglot--range-region)))
    (copy-marker (car (funcall region range)))))

(defun copydesk--line (indent label detail &optional face range)
  "Insert a line of LABEL and DETAIL that leads to RANGE.
INDENT is how far it is to the right, FACE is the face of LABEL."
  (let ((begin (point))
        (place (and range
                    (with-current-buffer copydesk--draft (copydesk--range-start range)))))
    (insert (make-string indent ?\s)
            (propertize (or label "") 'face face)
            (if (member detail '(nil "")) "" (concat "  " (propertize detail 'face 'shadow)))
            "\n")
    (when place (put-text-property begin (point) 'copydesk-place place))))

(defun copydesk--insert-sources (answer)
  "Insert ANSWER of the server's as a view of who speaks."
  (copydesk--line 0 nil (plist-get answer :summary))
  (when (seq-empty-p (plist-get answer :items))
    (copydesk--line 0 (plist-get answer :emptyMessage) nil))
  (seq-doseq (item (plist-get answer :items))
    (insert "\n")
    (copydesk--line 0 (plist-get item :label) (plist-get item :description) 'bold
                    (plist-get (plist-get item :firstReference) :range))
    (seq-doseq (quotation (plist-get item :quotations))
      (copydesk--line 2 (plist-get quotation :label) (plist-get quotation :description) nil
                      (plist-get quotation :range)))))

(defun copydesk--insert-rows (rows)
  "Insert ROWS of a timeline."
  (seq-doseq (row rows)
    (copydesk--line 2 (plist-get row :label) (plist-get row :description) nil (plist-get row :range))))

(defun copydesk--insert-timeline (answer)
  "Insert ANSWER of the server's as a view of what happened when."
  (let ((unresolved (plist-get answer :unresolved)))
    (copydesk--line 0 (plist-get answer :summary) (plist-get (plist-get answer :readAsOf) :label) 'shadow)
    (when (and (seq-empty-p (plist-get answer :days)) (seq-empty-p unresolved))
      (copydesk--line 0 (plist-get answer :emptyMessage) nil))
    (seq-doseq (day (plist-get answer :days))
      (insert "\n")
      (copydesk--line 0 (plist-get day :label) (plist-get day :description) 'bold)
      (copydesk--insert-rows (plist-get day :rows)))
    (unless (seq-empty-p unresolved)
      (insert "\n")
      (copydesk--line 0 (plist-get answer :unresolvedLabel) nil 'bold)
      (copydesk--insert-rows unresolved))))

(defun copydesk--fill ()
  "Ask the server again and fill this view."
  (unless (buffer-live-p copydesk--draft)
    (user-error "The draft of this view is no longer open"))
  (let ((inhibit-read-only t)
        (line (line-number-at-pos)))
    (erase-buffer)
    (funcall copydesk--refresh)
    (goto-char (point-min))
    (forward-line (1- line))))

(defun copydesk--ask (method)
  "What the server answers to METHOD about this buffer."
  (let ((server (eglot-current-server)))
    (unless (and server (cl-typep server 'copydesk-server))
      (user-error "This buffer is not read by copydesk; M-x eglot starts it"))
    (or (jsonrpc-request server method (list :textDocument (eglot--TextDocumentIdentifier)))
        (user-error "The server does not know this draft"))))

(defun copydesk--view (name method insert)
  "Show the view NAME of this draft: what METHOD answers, inserted by INSERT."
  (let* ((draft (current-buffer))
         ;; Asked for first, so that no empty view is left where there is no server.
         (_ (copydesk--ask method))
         (view (get-buffer-create (format "*%s: %s*" name (buffer-name draft)))))
    (with-current-buffer view
      (copydesk-view-mode)
      (setq copydesk--draft draft
            copydesk--refresh
            (lambda ()
              (funcall insert (with-current-buffer draft (copydesk--ask method)))))
      (copydesk--fill)
      (goto-char (point-min)))
    (pop-to-buffer view)))

;;;###autoload
(defun copydesk-sources ()
  "Show who speaks in the draft, how much, and where."
  (interactive)
  (copydesk--view "sources" :copydesk/sources #'copydesk--insert-sources))

;;;###autoload
(defun copydesk-timeline ()
  "Show what happened, or is to happen, on which day."
  (interactive)
  (copydesk--view "timeline" :copydesk/timeline #'copydesk--insert-timeline))

(defun copydesk-view-visit ()
  "Go to the place in the draft that this line leads to."
  (interactive)
  (let ((place (get-text-property (line-beginning-position) 'copydesk-place)))
    (unless (and place (buffer-live-p (marker-buffer place)))
      (user-error "This line leads nowhere"))
    (pop-to-buffer (marker-buffer place))
    (push-mark nil t)
    (goto-char place)))

(defun copydesk-view-show ()
  "Show the place in the draft that this line leads to, and stay here."
  (interactive)
  (save-selected-window (copydesk-view-visit)))

(cl-defmethod eglot-handle-notification
  ((_server copydesk-server) (_method (eql 'copydesk/viewsChanged)) &key uri &allow-other-keys)
  "Fill the open views of the draft URI again."
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer
      (when (and (derived-mode-p 'copydesk-view-mode)
                 (buffer-live-p copydesk--draft)
                 (get-buffer-window buffer t)
                 (equal uri (with-current-buffer copydesk--draft
                              (plist-get (eglot--TextDocumentIdentifier) :uri))))
        ;; Not at once: the server must not be asked while what it says is being read.
        (run-with-timer 0 nil #'copydesk--fill-buffer buffer)))))

(defun copydesk--fill-buffer (buffer)
  "Fill the view BUFFER again, if it is still there."
  (when (buffer-live-p buffer)
    (with-current-buffer buffer
      (with-demoted-errors "copydesk: %S" (copydesk--fill)))))

(provide 'copydesk)
;;; copydesk.el ends here
