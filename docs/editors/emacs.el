;;; gongwen.el --- 公文校对 in Emacs, by Eglot -*- lexical-binding: t -*-

;; For ~/.emacs.d/init.el.  Eglot is part of Emacs 29; for older ones it is on GNU ELPA (Debian: elpa-eglot).
;; `npm install -g gongwen-lint' puts the server where it is found.

(require 'eglot)

(add-to-list 'eglot-server-programs
             '((text-mode markdown-mode) . ("gongwen-language-server" "--stdio")))

;; What VS Code has under `gongwen.*'; a gongwen-lint.json beside the drafts wins over it.
(setq-default eglot-workspace-configuration
              '(:gongwen (:kind "auto" :preset "recommended")))

(defun gongwen-fix-all ()
  "Apply all safe fixes of 公文校对 to the buffer."
  (interactive)
  (when (eglot-current-server)
    ;; There may be nothing to fix, which Eglot calls an error.
    (ignore-errors
      (eglot-code-actions (point-min) (point-max) "source.fixAll.gongwen" t))))

(defun gongwen--rename (rename &rest arguments)
  "Tell the server of a draft that is given another name: it is another document then."
  (let ((managed (and (fboundp 'eglot-managed-p) (eglot-managed-p))))
    (when managed (eglot--signal-textDocument/didClose))
    (prog1 (apply rename arguments)
      (when (boundp 'eglot--TextDocumentIdentifier-cache)
        (setq eglot--TextDocumentIdentifier-cache nil))
      (when (and managed (eglot-managed-p)) (eglot--signal-textDocument/didOpen)))))
(advice-add 'set-visited-file-name :around #'gongwen--rename)

(defun gongwen-set-up ()
  "Check the drafts in this buffer, and mend what is safe when it is saved."
  (eglot-ensure)
  (add-hook 'before-save-hook #'gongwen-fix-all nil t))

(add-hook 'text-mode-hook #'gongwen-set-up)

;;; gongwen.el ends here
